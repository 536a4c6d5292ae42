@NullMarked
package sluice.broker.core.model;

import org.jspecify.annotations.NullMarked;

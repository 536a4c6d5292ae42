@NullMarked
package sluice.operator.internal.command;

import org.jspecify.annotations.NullMarked;

@NullMarked
package sluice.json;

import org.jspecify.annotations.NullMarked;

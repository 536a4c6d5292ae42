/** A demonstration of a purpose that is denied: records that look innocent, asked for by advertising. */
@NullMarked
package sluice.demo.advertising;

import org.jspecify.annotations.NullMarked;

/** What every module's tests share: a clock that is moved by hand, the outside corpora, the component types that records may have. */
@NullMarked
package sluice.testkit;

import org.jspecify.annotations.NullMarked;

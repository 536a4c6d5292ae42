/** A bundle that only tests have: it does in the container what a test outside tells it over a loopback socket. Never part of the platform. */
@NullMarked
package sluice.itests.lab;

import org.jspecify.annotations.NullMarked;

package sluice.access.internal.live;

/**
 * Why nothing is opened.
 *
 * @param code as in {@code docs/reference/error-codes.md}
 * @param text what is wrong and what helps
 */
public record Obstacle(String code, String text) {}

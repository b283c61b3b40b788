package org.signpost.language;

/**
 * What the model tells of a word of a message that asks some things and tells others.
 *
 * @param begins how probably a piece of the message begins with it
 * @param asks how probably the piece that it stands in asks something
 */
public record WordLabel(double begins, double asks) {

}

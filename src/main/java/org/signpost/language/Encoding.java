package org.signpost.language;

/**
 * What the model makes of a text in one run.
 *
 * @param sentence vector of the whole, of length 1, or of no elements when embeddings are
 * switched off
 * @param words vectors of its words
 */
public record Encoding(float[] sentence, WordVectors words) {

}

package org.signpost.language;

/**
 * What the lower layers of the model make of the tokens of a text: what the reader reads.
 *
 * @param values 384 numbers a token, as IEEE 754 half-precision bits
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copies would cost
record TokenStates(short[] values) {

	static final TokenStates NONE = new TokenStates(new short[0]);

	int bytes() {
		return 2 * this.values.length;
	}

}

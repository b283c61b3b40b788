package org.signpost.language;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Stands for a text by the first half of its SHA-256, so that what was made of it can be
 * kept without it.
 *
 * @param high the first 64 bits
 * @param low the next 64 bits
 */
public record TextDigest(long high, long low) implements Comparable<TextDigest> {

	/** Of a text. Microseconds. */
	public static TextDigest of(String text) {
		try {
			var digest = ByteBuffer
				.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
			return new TextDigest(digest.getLong(), digest.getLong());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public int compareTo(TextDigest other) {
		int byHigh = Long.compare(this.high, other.high);
		return (byHigh != 0) ? byHigh : Long.compare(this.low, other.low);
	}

	/** In 32 hexadecimal digits. */
	@Override
	public String toString() {
		return "%016x%016x".formatted(this.high, this.low);
	}

}

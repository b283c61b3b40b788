package org.signpost.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secret that opens a visitor's conversation: 128 random bits, of which only a hash
 * is stored. With that many bits a plain hash is enough: there is nothing to guess from.
 *
 * @param text the key as the visitor keeps it, 22 characters
 */
public record ConversationKey(String text) {

	private static final SecureRandom RANDOM = new SecureRandom();

	static ConversationKey create() {
		var bits = new byte[16];
		RANDOM.nextBytes(bits);
		return new ConversationKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
	}

	String hash() {
		try {
			var digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(this.text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Compares in a time that does not depend on how much of the hash is right. */
	boolean opens(String hash) {
		return MessageDigest.isEqual(hash().getBytes(StandardCharsets.US_ASCII),
				hash.getBytes(StandardCharsets.US_ASCII));
	}

	/** Not the key: it must not get into a log by way of a message. */
	@Override
	public String toString() {
		return "ConversationKey[…]";
	}

}

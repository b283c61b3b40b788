package org.signpost.conversation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals and opens the texts of one conversation. */
interface TextSeal {

	/** Leaves texts as they are. */
	TextSeal NONE = new TextSeal() {

		@Override
		public String seal(String text) {
			return text;
		}

		@Override
		public String open(String stored) {
			return stored;
		}

	};

	/** The text as it is stored. */
	String seal(String text);

	/**
	 * The text that was sealed.
	 * @throws IllegalStateException when it has been changed since
	 */
	String open(String stored);

	/**
	 * AES-GCM (NIST SP 800-38D) with 128 bits, written as Base64 of the nonce and what
	 * follows it. Some microseconds a text.
	 */
	final class Aes implements TextSeal {

		static final int SECRET = 16;

		private static final SecureRandom RANDOM = new SecureRandom();

		private static final int NONCE = 12;

		private static final int TAG_BITS = 128;

		private final SecretKey key;

		Aes(byte[] secret) {
			this.key = new SecretKeySpec(secret, "AES");
		}

		static byte[] newSecret() {
			return random(SECRET);
		}

		private static byte[] random(int length) {
			var bytes = new byte[length];
			RANDOM.nextBytes(bytes);
			return bytes;
		}

		@Override
		public String seal(String text) {
			var nonce = random(NONCE);
			var sealed = apply(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
			var stored = Arrays.copyOf(nonce, NONCE + sealed.length);
			System.arraycopy(sealed, 0, stored, NONCE, sealed.length);
			return Base64.getEncoder().encodeToString(stored);
		}

		@Override
		public String open(String stored) {
			var bytes = Base64.getDecoder().decode(stored);
			var sealed = Arrays.copyOfRange(bytes, NONCE, bytes.length);
			return new String(apply(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE), sealed), StandardCharsets.UTF_8);
		}

		private byte[] apply(int mode, byte[] nonce, byte[] bytes) {
			try {
				var cipher = Cipher.getInstance("AES/GCM/NoPadding");
				cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce));
				return cipher.doFinal(bytes);
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException("A stored text cannot be read", ex);
			}
		}

	}

}

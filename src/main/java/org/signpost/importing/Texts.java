package org.signpost.importing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file of text in whichever encoding an office leaves it. */
final class Texts {

	private Texts() {
	}

	/**
	 * The text with its lines ended by line feeds: UTF-16 where it says so at its start,
	 * else UTF-8, else as Windows writes.
	 */
	static String read(Path file) throws IOException {
		return decoded(Files.readAllBytes(file)).replaceFirst("^\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
	}

	private static String decoded(byte[] bytes) {
		if (bytes.length > 1 && (((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF)) >= 0xFEFF
				&& ((bytes[0] & 0xFF) + (bytes[1] & 0xFF)) == 0xFE + 0xFF) {
			return new String(bytes, StandardCharsets.UTF_16);
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			return new String(bytes, Charset.forName("windows-1252"));
		}
	}

}

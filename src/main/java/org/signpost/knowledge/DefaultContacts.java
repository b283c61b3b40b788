package org.signpost.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The contacts packed with the engine, for a knowledge base that brings none. */
final class DefaultContacts {

	private DefaultContacts() {
	}

	static String yaml() {
		try (var stream = DefaultContacts.class.getResourceAsStream("/default-contacts.yaml")) {
			return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

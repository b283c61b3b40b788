package org.signpost.web.adviser;

import java.util.Optional;
import java.util.UUID;

/** Ids in addresses and bodies. Something that is no id is the id of nothing. */
final class Ids {

	private Ids() {
	}

	static Optional<UUID> find(String text) {
		try {
			return (text.length() == 36) ? Optional.of(UUID.fromString(text)) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}

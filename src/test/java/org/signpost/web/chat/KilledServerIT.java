package org.signpost.web.chat;

import java.nio.file.Path;
import java.util.List;

/** Kills with the embedded database. */
class KilledServerIT extends KilledServerContract {

	@Override
	List<String> settings(Path folder) {
		return List.of();
	}

}

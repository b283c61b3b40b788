package org.signpost.conversation;

import java.nio.file.Path;
import java.util.List;

/**
 * Damaged files of conversations that were set aside and that somebody should look at.
 */
@FunctionalInterface
public interface DamagedFiles {

	/** Those that still lie in the data folder, oldest first. */
	List<Path> find();

}

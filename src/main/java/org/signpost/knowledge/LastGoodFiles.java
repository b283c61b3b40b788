package org.signpost.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The files of a knowledge base as they were when they had no mistake, kept in the data
 * folder: a file that an editor breaks is answered from as it was, over restarts too.
 * What is kept is known by heart, so what has not changed costs no look at it. One thread
 * at a time.
 */
public final class LastGoodFiles {

	private final @Nullable Path folder;

	private final Map<String, String> known = new HashMap<>();

	/**
	 * Files kept in a folder.
	 * @param folder where they lie; null keeps none
	 */
	public LastGoodFiles(@Nullable Path folder) {
		this.folder = folder;
	}

	/** The file as it was, if it was ever right. */
	@Nullable String find(String name) {
		var known = this.known.get(name);
		if (known != null) {
			return known;
		}
		try {
			return (this.folder != null && Files.isRegularFile(this.folder.resolve(flat(name))))
					? Files.readString(this.folder.resolve(flat(name))) : null;
		}
		catch (IOException ex) {
			// as though it had never been kept
			return null;
		}
	}

	/**
	 * Keeps what was right in a reading, and forgets the files that are no longer there.
	 * The folder has to be there.
	 * @throws IOException where one cannot be written; those before it are
	 */
	public void keep(KnowledgeBaseReader.Reading reading) throws IOException {
		if (this.folder == null) {
			return;
		}
		for (var file : reading.good().entrySet()) {
			if (!file.getValue().equals(find(file.getKey()))) {
				write(this.folder.resolve(flat(file.getKey())), file.getValue());
			}
			this.known.put(file.getKey(), file.getValue());
		}
		this.known.keySet().retainAll(reading.files());
		var there = reading.files().stream().map(LastGoodFiles::flat).collect(Collectors.toSet());
		try (var kept = Files.newDirectoryStream(this.folder)) {
			for (var file : kept) {
				if (!there.contains(file.getFileName().toString())) {
					Files.delete(file);
				}
			}
		}
	}

	/** One folder holds them all. */
	private static String flat(String name) {
		return name.replace('/', '+');
	}

	/** Whole or not at all, and for its owner alone. */
	private static void write(Path target, String text) throws IOException {
		var written = Files.createTempFile(target.getParent(), "", ".new");
		Files.writeString(written, text);
		Files.move(written, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

}

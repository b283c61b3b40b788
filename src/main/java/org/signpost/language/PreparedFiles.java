package org.signpost.language;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.jspecify.annotations.Nullable;

/**
 * What the build made of the knowledge base that ships: its encodings and what was learnt
 * from its examples, in the files that are otherwise kept in the data folder. Whatever is
 * asked for is named by its contents, so files of another state are merely of no use.
 */
interface PreparedFiles {

	/** Where they are packed. */
	String FOLDER = "prepared";

	/** The bytes of a file, or null where there is no such file. */
	byte @Nullable [] find(String name);

	/** Those packed with the engine, if the build made any. */
	static PreparedFiles packed() {
		return (name) -> {
			try (var stream = PreparedFiles.class.getResourceAsStream("/" + FOLDER + "/" + name)) {
				return (stream != null) ? stream.readAllBytes() : null;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		};
	}

	/** None, for whoever makes them. */
	static PreparedFiles none() {
		return (name) -> null;
	}

}

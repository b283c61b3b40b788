package org.signpost.conversation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's own code, which the driver unpacks into a folder before it can be loaded: into
 * ours, because a temp folder may be read-only or forbid to run what lies in it.
 */
final class NativeLibrary {

	/** The driver's setting; whoever starts the server may set it. */
	private static final String FOLDER = "org.sqlite.tmpdir";

	private NativeLibrary() {
	}

	/**
	 * Loads it once in the life of the process; 1 MB and some milliseconds.
	 * @throws IOException when it can be run from no folder
	 */
	static synchronized void load(Path folder) throws IOException {
		if (System.getProperty(FOLDER) == null) {
			System.setProperty(FOLDER, DataFolder.create(folder).toString());
		}
		try {
			if (!SQLiteJDBCLoader.initialize()) {
				throw new IOException("no library for this machine");
			}
		}
		catch (Exception | LinkageError ex) {
			throw new IOException("SQLite could not be run from " + System.getProperty(FOLDER)
					+ "; name another folder with -D" + FOLDER + "=DIR", ex);
		}
		finally {
			empty(folder);
		}
	}

	/** It is needed no longer once it is loaded, and a killed server cannot do it. */
	private static void empty(Path folder) throws IOException {
		if (Files.isDirectory(folder)) {
			try (var files = Files.list(folder)) {
				for (var file : files.toList()) {
					delete(file);
				}
			}
		}
	}

	private static void delete(Path file) {
		try {
			Files.delete(file);
		}
		catch (IOException ex) {
			// Windows keeps what is loaded; the next start deletes it
		}
	}

}

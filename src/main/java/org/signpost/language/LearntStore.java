package org.signpost.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what was learnt from examples between starts, by a digest of those examples, so
 * that a model is trained anew only when they change. Safe for many threads.
 */
final class LearntStore {

	private static final Logger logger = LoggerFactory.getLogger(LearntStore.class);

	private static final String PREFIX = "learnt-";

	private final PreparedFiles prepared;

	private final @Nullable Path folder;

	private final Set<String> wanted = ConcurrentHashMap.newKeySet();

	LearntStore(PreparedFiles prepared, @Nullable Path folder) {
		this.prepared = prepared;
		this.folder = folder;
	}

	byte[] get(TextDigest digest, Supplier<byte[]> learn) {
		var name = PREFIX + digest + ".bin";
		this.wanted.add(name);
		var prepared = this.prepared.find(name);
		if (prepared != null) {
			return prepared;
		}
		if (this.folder == null) {
			return learn.get();
		}
		var file = this.folder.resolve(name);
		try {
			if (Files.isRegularFile(file)) {
				return Files.readAllBytes(file);
			}
		}
		catch (IOException ex) {
			// only a saving of time: it is learnt again
			logger.warn("What was learnt could not be read from {} and is learnt anew", file);
		}
		var learnt = learn.get();
		keep(this.folder, file, learnt);
		return learnt;
	}

	private static synchronized void keep(Path folder, Path file, byte[] learnt) {
		try {
			Files.createDirectories(folder.toAbsolutePath());
			var fresh = Files.createTempFile(folder, PREFIX, ".tmp");
			Files.write(fresh, learnt);
			Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			logger.warn("What was learnt could not be kept in {}; the next start takes longer", folder);
		}
	}

	/** Drops the files that nobody asked for since the last call. */
	void retainWanted() {
		var wanted = Set.copyOf(this.wanted);
		this.wanted.clear();
		if (this.folder == null || !Files.isDirectory(this.folder)) {
			return;
		}
		try (var files = Files.newDirectoryStream(this.folder, PREFIX + "*.bin")) {
			for (var file : files) {
				if (!wanted.contains(file.getFileName().toString())) {
					Files.deleteIfExists(file);
				}
			}
		}
		catch (IOException ex) {
			logger.warn("What was once learnt could not be removed from {}", this.folder);
		}
	}

}

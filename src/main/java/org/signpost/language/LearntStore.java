package org.signpost.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
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

	/** Two models for each of a few knowledge bases. */
	private static final int KEPT = 8;

	private final @Nullable Path folder;

	LearntStore(@Nullable Path folder) {
		this.folder = folder;
	}

	byte[] get(String digest, Supplier<byte[]> learn) {
		if (this.folder == null) {
			return learn.get();
		}
		var file = this.folder.resolve(PREFIX + digest + ".bin");
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
			try (var files = Files.list(folder)) {
				var old = files.filter((each) -> each.getFileName().toString().matches(PREFIX + ".*\\.bin"))
					.sorted(Comparator.comparing((Path each) -> each.toFile().lastModified()).reversed())
					.skip(KEPT)
					.toList();
				for (var each : old) {
					Files.deleteIfExists(each);
				}
			}
		}
		catch (IOException ex) {
			logger.warn("What was learnt could not be kept in {}; the next start takes longer", folder);
		}
	}

}

package org.signpost.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Where the knowledge base lies: the folder named, else the one here, else the one packed
 * in the jar.
 */
public final class KnowledgeBaseFolder {

	private static final String NAME = "knowledge-base";

	private KnowledgeBaseFolder() {
	}

	/**
	 * Finds the folder.
	 * @param named the folder asked for, if any
	 * @return a folder that exists; the packed one is unpacked into a temporary folder
	 * @throws IllegalArgumentException when the folder asked for does not exist
	 */
	public static Path locate(@Nullable String named) {
		if (named != null && !named.isBlank()) {
			var folder = Path.of(named);
			if (!Files.isDirectory(folder)) {
				throw new IllegalArgumentException("There is no knowledge base at " + folder.toAbsolutePath());
			}
			return folder;
		}
		var here = Path.of(NAME);
		return Files.isDirectory(here.resolve("guidance")) ? here : unpack();
	}

	static Path unpack() {
		try {
			var folder = Files.createTempDirectory("signpost-" + NAME);
			var resolver = new PathMatchingResourcePatternResolver();
			for (var resource : resolver.getResources("classpath:/" + NAME + "/**/*.*")) {
				var address = resource.getURL().toString();
				var file = folder.resolve(address.substring(address.lastIndexOf("/" + NAME + "/") + NAME.length() + 2));
				Files.createDirectories(file.getParent());
				try (var in = resource.getInputStream()) {
					Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
				}
				file.toFile().deleteOnExit();
			}
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The packed knowledge base could not be unpacked", ex);
		}
	}

	/** A mark that changes whenever a file of the folder does. */
	public static long fingerprint(Path folder) {
		try (var files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).sorted().mapToLong((file) -> {
				try {
					return 31L * file.toString().hashCode() + 17L * Files.getLastModifiedTime(file).toMillis()
							+ Files.size(file);
				}
				catch (IOException ex) {
					return 0;
				}
			}).reduce(7, (a, b) -> 1_000_003L * a + b);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

package org.signpost.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Changed knowledge bases that may be compared with the one answered from: the folders in
 * one folder. Whoever asks for one names it and nothing else; what a link leads to is not
 * read, since it may be any file of the machine. Safe for many threads.
 */
final class Drafts {

	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N} ._-]{0,99}");

	private final Path folder;

	Drafts(Path folder) {
		this.folder = folder;
	}

	/** Their names in order, none while their folder is not there. */
	List<String> names() {
		if (!Files.isDirectory(this.folder)) {
			return List.of();
		}
		try (var found = Files.list(this.folder)) {
			return found.filter(Drafts::isFolder)
				.map((draft) -> draft.getFileName().toString())
				.filter((name) -> NAME.matcher(name).matches())
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The folder of a draft, if there is one of this name.
	 * @throws RefusedDraftException when it is no name of a folder here, or holds a link
	 */
	Optional<Path> find(String name) {
		if (!NAME.matcher(name).matches()) {
			throw new RefusedDraftException("is the name of a folder, without a path");
		}
		var draft = this.folder.resolve(name);
		if (Files.isSymbolicLink(draft) || (isFolder(draft) && holdsLink(draft))) {
			throw new RefusedDraftException("names a folder with a link in it, which is not followed");
		}
		return isFolder(draft) ? Optional.of(draft) : Optional.empty();
	}

	private static boolean isFolder(Path draft) {
		return Files.isDirectory(draft, LinkOption.NOFOLLOW_LINKS);
	}

	private static boolean holdsLink(Path draft) {
		try (var files = Files.walk(draft)) {
			return files.anyMatch(Files::isSymbolicLink);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

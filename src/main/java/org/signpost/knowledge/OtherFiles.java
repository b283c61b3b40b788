package org.signpost.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/**
 * Tells which files lie where guidance is expected and are not read, so that nobody takes
 * them for published. Costs a look at the folder's names; for many threads.
 */
public final class OtherFiles {

	private static final Set<String> NO_TEXT = Set.of("image", "audio", "video", "font");

	private static final Set<String> NO_TEXT_EITHER = Set.of("text/css", "text/javascript");

	/** What people put into any folder and do not publish. */
	private static final Set<String> ABOUT_THE_FOLDER = Set.of("readme", "license", "licence", "notice", "changelog",
			"contributing");

	private OtherFiles() {
	}

	/** A warning for each, with what to do. */
	static List<Problem> find(Path knowledgeBase) {
		var guidance = knowledgeBase.resolve("guidance");
		var sources = of(guidance).map((file) -> Problem.warning("guidance/" + name(file), 1, Files.isDirectory(file)
				? "folders in guidance are not looked into; move its .md files to guidance"
				: "not read, as only .md files are; make a source of it with \"./signpost import %s --into %s\" and keep the original elsewhere"
					.formatted(quoted(file), quoted(guidance))));
		var answers = of(knowledgeBase.resolve("answers")).map((file) -> Problem.warning("answers/" + name(file), 1,
				"not read; an editors' answer is an .md file in answers itself"));
		return Stream.concat(sources, answers).toList();
	}

	private static Stream<Path> of(Path folder) {
		if (!Files.isDirectory(folder)) {
			return Stream.of();
		}
		try (var files = Files.list(folder)) {
			return files.filter((file) -> !(name(file).endsWith(".md") && Files.isRegularFile(file)))
				.filter((file) -> Files.isDirectory(file) ? holdsText(file) : mayHoldText(file))
				.sorted()
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean holdsText(Path folder) {
		if (name(folder).startsWith(".")) {
			return false;
		}
		try (var files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).anyMatch(OtherFiles::mayHoldText);
		}
		catch (IOException | UncheckedIOException ex) {
			// what cannot be looked into is not read, whatever it holds
			return true;
		}
	}

	/**
	 * Whether a file may hold text meant for readers, as its name tells: not what is
	 * hidden, an editor's copy, a page's pictures and styles, or about the folder itself.
	 */
	public static boolean mayHoldText(Path file) {
		var name = name(file);
		if (name.startsWith(".") || name.startsWith("~") || name.startsWith("#") || name.endsWith("~")) {
			return false;
		}
		return !ABOUT_THE_FOLDER.contains(name.replaceFirst("\\.\\w+$", "").toLowerCase(Locale.ROOT))
				&& type(name).filter(OtherFiles::holdsNoText).isEmpty();
	}

	private static Optional<MediaType> type(String name) {
		return MediaTypeFactory.getMediaType(name.toLowerCase(Locale.ROOT));
	}

	private static boolean holdsNoText(MediaType type) {
		return NO_TEXT.contains(type.getType()) || NO_TEXT_EITHER.contains(type.toString());
	}

	private static String name(Path file) {
		return file.getFileName().toString();
	}

	private static String quoted(Path file) {
		var path = file.toString();
		return path.contains(" ") ? "'" + path + "'" : path;
	}

}

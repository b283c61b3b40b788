package org.signpost.review;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.signpost.answering.StagedQuestionAnswering;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.language.LanguageTools;

/**
 * {@code prepare CLASSES STAMP}: makes in the build what a start would otherwise make of
 * the knowledge base that ships, the vectors of its texts and the weights of its
 * classifier, into {@code CLASSES/prepared}. Only what changed is made again, some 3 ms
 * of a core a text; half a second where nothing did, as the stamp tells. Whatever is
 * missing there is made by the start, so nothing here can make an answer wrong.
 */
final class PrepareCommand {

	/** What the vectors and weights come from. */
	private static final List<String> FROM = List.of("knowledge-base", "language", "model/model.yaml",
			"model/vocabulary.txt", "org/signpost/knowledge", "org/signpost/language", "org/signpost/retrieval",
			"org/signpost/review", "org/signpost/understanding");

	int run(CommandLine line, PrintStream out) throws IOException {
		if (line.words().size() != 2) {
			throw new IllegalArgumentException("name the folder of the classes and a file for the stamp");
		}
		var classes = Path.of(line.words().getFirst());
		var stamp = Path.of(line.words().getLast());
		var prepared = classes.resolve("prepared");
		var state = stateOf(classes);
		if (Files.isDirectory(prepared) && Files.exists(stamp) && Files.readString(stamp).equals(state)) {
			return 0;
		}
		var tools = LanguageTools.toPrepare(prepared);
		var reading = new KnowledgeBaseReader(tools.sentences()).read(classes.resolve("knowledge-base"));
		if (!reading.faultless()) {
			reading.problems().forEach(out::println);
			out.println("The knowledge base has mistakes, so nothing was prepared; the start makes it");
			return 0;
		}
		new StagedQuestionAnswering(reading.knowledgeBase(), tools);
		tools.embedding().retainPrepared();
		Files.writeString(stamp, state);
		return 0;
	}

	private static String stateOf(Path classes) throws IOException {
		var digest = sha256();
		for (var jar : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
			update(digest, String.valueOf(Path.of(jar).getFileName()));
		}
		for (var name : FROM) {
			try (var files = Files.walk(classes.resolve(name))) {
				for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
					update(digest, classes.relativize(file).toString());
					digest.update(Files.readAllBytes(file));
				}
			}
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static void update(MessageDigest digest, String text) {
		digest.update(text.getBytes(StandardCharsets.UTF_8));
		digest.update((byte) 0);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

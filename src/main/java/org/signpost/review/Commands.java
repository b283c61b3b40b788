package org.signpost.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The commands that run without a server: {@code check}, {@code evaluate} and so on. */
public final class Commands {

	private static final Set<String> NAMES = Set.of("check", "import", "candidates", "evaluate", "diff",
			"evaluate-intents", "prepare", "pairs");

	private static final String USAGE = "start the server with --server.port=PORT and other settings of the README, or run"
			+ " check [DIR], import FILE-or-FOLDER… --into DIR, candidates [DIR], evaluate CASES.jsonl…,"
			+ " diff OLD NEW CASES.jsonl… (0 when no answer changes, 1 when one does) or evaluate-intents TRAIN TEST";

	private static final int WRONGLY_ASKED = 2;

	private Commands() {
	}

	/**
	 * Whether a command line asks for something else than a server, if only for help.
	 */
	public static boolean isCommand(String[] args) {
		return args.length > 0 && (!args[0].startsWith("--") || args[0].equals("--help"));
	}

	/**
	 * Runs a command.
	 * @return the exit status: 0 when all is well, 1 when something was found wrong, 2
	 * when the command could not be run, which one line on the error stream explains
	 */
	public static int run(String[] args) {
		if (!NAMES.contains(args[0])) {
			System.err.println("signpost: "
					+ (args[0].matches("--?h(elp)?") ? "" : "there is no command " + args[0] + "; ") + USAGE);
			return WRONGLY_ASKED;
		}
		var line = CommandLine.of(List.of(args).subList(1, args.length));
		try {
			return switch (args[0]) {
				case "check" -> new CheckCommand().run(line, folder(line), System.out);
				case "import" -> new ImportCommand().run(line, System.out);
				case "candidates" -> new CandidatesCommand().run(folder(line), System.out);
				case "pairs" -> new PairsCommand().run(line, System.out);
				case "prepare" -> new PrepareCommand().run(line, System.out);
				case "diff" -> new DiffCommand().run(line, System.out);
				case "evaluate" -> new EvaluateCommand().run(line, System.out);
				default -> new EvaluateIntentsCommand().run(line, System.out);
			};
		}
		catch (NoSuchFileException ex) {
			System.err.println(args[0] + ": there is no file " + ex.getFile() + "; name one that is there");
			return WRONGLY_ASKED;
		}
		catch (IOException | IllegalArgumentException ex) {
			System.err.println(args[0] + ": " + ex.getMessage());
			return WRONGLY_ASKED;
		}
	}

	private static Path folder(CommandLine line) {
		return existing(line.words().isEmpty() ? "knowledge-base" : line.words().getFirst());
	}

	/** The folder of a knowledge base, which has to be there. */
	static Path existing(String name) {
		var folder = Path.of(name);
		if (!Files.isDirectory(folder)) {
			throw new IllegalArgumentException("there is no folder " + name + "; name the one of your guidance");
		}
		return folder;
	}

}

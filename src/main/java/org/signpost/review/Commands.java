package org.signpost.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The commands that run without a server: {@code check}, {@code evaluate} and so on. */
public final class Commands {

	private static final Set<String> NAMES = Set.of("check", "candidates", "evaluate", "evaluate-intents");

	private Commands() {
	}

	/** Whether the first word of a command line names a command. */
	public static boolean knows(String[] args) {
		return args.length > 0 && NAMES.contains(args[0]);
	}

	/**
	 * Runs a command.
	 * @return the exit status: 0 when all is well, 1 when something was found wrong, 2
	 * when the command could not be run
	 */
	public static int run(String[] args) {
		var line = CommandLine.of(List.of(args).subList(1, args.length));
		try {
			return switch (args[0]) {
				case "check" -> new CheckCommand()
					.run(Path.of(line.words().isEmpty() ? "knowledge-base" : line.words().getFirst()), System.out);
				case "candidates" -> new CandidatesCommand()
					.run(Path.of(line.words().isEmpty() ? "knowledge-base" : line.words().getFirst()), System.out);
				case "evaluate" -> new EvaluateCommand().run(line, System.out);
				default -> new EvaluateIntentsCommand().run(line, System.out);
			};
		}
		catch (IOException | IllegalArgumentException ex) {
			System.err.println(args[0] + ": " + ex.getMessage());
			return 2;
		}
	}

}

package org.signpost.review;

import java.nio.file.Path;
import java.util.List;

/** The commands that run without a server: {@code check}, {@code evaluate} and so on. */
public final class Commands {

	private Commands() {
	}

	/** Whether the first word of a command line names a command. */
	public static boolean knows(String[] args) {
		return args.length > 0 && List.of("check").contains(args[0]);
	}

	/**
	 * Runs a command.
	 * @return the exit status
	 */
	public static int run(String[] args) {
		return new CheckCommand().run(Path.of((args.length > 1) ? args[1] : "knowledge-base"), System.out);
	}

}

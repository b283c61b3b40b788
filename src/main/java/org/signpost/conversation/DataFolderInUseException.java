package org.signpost.conversation;

import java.nio.file.Path;

/** Thrown at the start when another server keeps its conversations in the same folder. */
public class DataFolderInUseException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	DataFolderInUseException(Path folder) {
		super("The data folder " + folder
				+ " is in use by another server; stop that one, or name another folder with --signpost.data=DIR");
	}

}

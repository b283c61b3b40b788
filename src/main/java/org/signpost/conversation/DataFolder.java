package org.signpost.conversation;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes files and folders that their owner alone can read. */
public final class DataFolder {

	private DataFolder() {
	}

	/** Makes a folder (mode 0700), and those above it, unless it is there. */
	public static Path create(Path folder) throws IOException {
		return Files.createDirectories(folder.toAbsolutePath().normalize(), ownerOnly("rwx------"));
	}

	/** Makes an empty file (mode 0600), unless it is there. */
	public static Path createFile(Path file) throws IOException {
		try {
			return Files.createFile(file, ownerOnly("rw-------"));
		}
		catch (FileAlreadyExistsException ex) {
			return file;
		}
	}

	private static FileAttribute<?>[] ownerOnly(String permissions) {
		// elsewhere a folder's own rights apply
		var posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
		return posix
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}

}

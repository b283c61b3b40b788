package org.signpost.conversation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/**
 * The SQLite database in a file of ours, used when no other is configured. One process
 * and in it one connection have it to themselves. What was committed has reached the disk
 * ({@code synchronous=FULL}).
 */
final class EmbeddedDatabase {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedDatabase.class);

	/** A server that is being stopped or was killed gives it back within this time. */
	private static final Duration TAKEOVER = Duration.ofSeconds(5);

	private static final String NAME = "conversations.db";

	private static final String SET_ASIDE = "conversations.damaged-";

	private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

	private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS")
		.withZone(ZoneOffset.UTC);

	private final Path folder;

	private final Path file;

	/** Creates it without touching anything. */
	EmbeddedDatabase(Path data) {
		this.folder = data.toAbsolutePath().normalize();
		this.file = this.folder.resolve(NAME);
	}

	/** Its address, with what the migrations and the log rely on. */
	String url() {
		return url(this.file);
	}

	private static String url(Path file) {
		return "jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=FULL&secure_delete=ON&foreign_keys=ON"
				+ "&locking_mode=EXCLUSIVE&temp_store=MEMORY&busy_timeout=" + TAKEOVER.toMillis();
	}

	/**
	 * Makes sure that there is a database that can be used. Reads all of an existing one
	 * to see whether it is damaged, about a second for each 300 MB.
	 * @throws DataFolderUnusableException when there is none and none can be made, or
	 * another program has it
	 */
	void prepare() {
		prepare("quick_check");
	}

	/**
	 * The same once something has said that it is damaged. Looks closer, which takes
	 * several times as long.
	 */
	void repair() {
		prepare("integrity_check");
	}

	private void prepare(String check) {
		try {
			DataFolder.create(this.folder);
			NativeLibrary.load(this.folder.resolve("native"));
			if (Files.exists(this.file) && isDamaged(check)) {
				setAside();
			}
			if (Files.notExists(this.file)) {
				begin();
			}
		}
		catch (IOException ex) {
			throw new DataFolderUnusableException(
					"the conversations cannot be kept in %s (%s); name another folder by --signpost.data=DIR"
						.formatted(this.folder, ex.getMessage()),
					ex);
		}
	}

	/** Whether somebody has removed the file; SQLite would go on writing to it. */
	boolean isMissing() {
		return Files.notExists(this.file);
	}

	/** Whether something that went wrong says that the file is damaged. */
	static boolean tellsOfDamage(Throwable failure) {
		return failure instanceof SQLException ex
				&& (is(ex, SQLiteErrorCode.SQLITE_CORRUPT) || is(ex, SQLiteErrorCode.SQLITE_NOTADB));
	}

	/** Extended codes have the plain one in their last byte. */
	private static boolean is(SQLException ex, SQLiteErrorCode code) {
		return (ex.getErrorCode() & 0xff) == code.code;
	}

	private boolean isDamaged(String check) throws IOException {
		if (Files.size(this.file) == 0) {
			// ours has a header before it has its name
			return true;
		}
		try (var connection = DriverManager.getConnection(url());
				var statement = connection.createStatement();
				var result = statement.executeQuery("pragma " + check + "(1)")) {
			return !result.next() || !"ok".equals(result.getString(1));
		}
		catch (SQLException ex) {
			if (is(ex, SQLiteErrorCode.SQLITE_BUSY)) {
				throw new DataFolderUnusableException(
						"the database in %s is open in another program; close it there, or name another folder by --signpost.data=DIR"
							.formatted(this.folder),
						ex);
			}
			if (tellsOfDamage(ex)) {
				return true;
			}
			throw new IOException(ex.getMessage(), ex);
		}
	}

	/** Keeps a damaged file for whoever can repair it. */
	private void setAside() throws IOException {
		var aside = this.folder.resolve(SET_ASIDE + WHEN.format(Instant.now()) + ".db");
		moveCompanions(aside);
		Files.move(this.file, aside);
		logger.error("The file of the conversations is damaged; it was renamed to {} and a new one is begun", aside);
	}

	/** What belongs to a file that is gone would be taken for the new one's. */
	private void moveCompanions(Path aside) throws IOException {
		for (var companion : COMPANIONS) {
			var left = Path.of(this.file + companion);
			if (Files.exists(left)) {
				Files.move(left, Path.of(aside + companion), StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

	private void begin() throws IOException {
		moveCompanions(this.folder.resolve(SET_ASIDE + WHEN.format(Instant.now()) + ".db"));
		var begun = this.folder.resolve(NAME + ".new");
		Files.deleteIfExists(begun);
		// SQLite gives its other files the rights of this one
		DataFolder.createFile(begun);
		try (var connection = DriverManager.getConnection(url(begun)); var statement = connection.createStatement()) {
			statement.execute("pragma user_version = 1");
		}
		catch (SQLException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
		Files.move(begun, this.file, StandardCopyOption.ATOMIC_MOVE);
	}

	/** The damaged files that still lie in the folder, oldest first. */
	List<Path> damaged() {
		try (var files = Files.list(this.folder)) {
			return files.filter((each) -> each.getFileName().toString().startsWith(SET_ASIDE)).sorted().toList();
		}
		catch (IOException ex) {
			return List.of();
		}
	}

	/** Deletes damaged files: what they hold is not to be kept longer than the rest. */
	void deleteDamagedBefore(Instant when) {
		for (var each : damaged()) {
			if (each.getFileName().toString().compareTo(SET_ASIDE + WHEN.format(when)) < 0) {
				try {
					Files.delete(each);
					logger.info("Deleted {}, older than what is kept", each);
				}
				catch (IOException ex) {
					logger.warn("{} is older than what is kept and cannot be deleted: {}", each, ex.toString());
				}
			}
		}
	}

}

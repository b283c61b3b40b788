package org.signpost.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.signpost.conversation.ConversationEvent.Ended;
import org.signpost.conversation.ConversationEvent.Kind;
import org.signpost.conversation.ConversationEvent.Said;
import org.signpost.conversation.ConversationEvent.Why;
import org.signpost.conversation.Ratings.Rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The contract on SQLite, and what only an embedded database has to do. */
class EmbeddedConversationsTests extends ConversationsContract {

	private static final int PAGE = 4096;

	@TempDir
	private Path folder;

	@Override
	StorageFixture open() {
		return StorageFixture.embedded(this.folder.resolve("contract"));
	}

	/**
	 * Texts of many lengths, cleared in another order than asked, so that SQLite moves
	 * rows between pages and leaves copies of them: with texts as they are, or secrets in
	 * a column of the conversation, several are found.
	 */
	@Test
	void leavesNothingOfWhatIsClearedInItsFiles() throws Exception {
		var data = data();
		var random = new Random(7);
		try (var storage = StorageFixture.embedded(data)) {
			var live = new ArrayList<UUID>();
			var gone = new ArrayList<String>();
			for (var round = 0; round < 12; round++) {
				for (var i = 0; i < 30; i++) {
					live.add(converse(storage, random));
				}
				Collections.shuffle(live, random);
				for (var id : List.copyOf(live.subList(0, 25))) {
					gone.add(word(id));
					gone.add(new String(secret(storage, id), StandardCharsets.ISO_8859_1));
					assertThat(storage.conversations.clear(id, UUID.randomUUID())).isTrue();
					live.remove(id);
				}
				var bytes = bytes(data);
				assertThat(gone).as("after " + gone.size() / 2).noneMatch(bytes::contains);
				for (var id : live) {
					assertThat(bytes).contains(new String(secret(storage, id), StandardCharsets.ISO_8859_1));
					assertThat(storage.conversations.findEvents(id, 0, 1).getFirst().body()).contains(word(id));
				}
			}
		}
	}

	@Test
	void leavesNothingOfWhatIsTooOldInItsFiles() throws Exception {
		var data = data();
		try (var storage = StorageFixture.embedded(data)) {
			var old = converse(storage, new Random(1));
			var secret = new String(secret(storage, old), StandardCharsets.ISO_8859_1);
			assertThat(bytes(data)).contains(secret);
			storage.now.updateAndGet((now) -> now.plus(Duration.ofDays(31)));
			storage.upkeep.purge();
			assertThat(bytes(data)).doesNotContain(secret).doesNotContain(word(old));
		}
	}

	@Test
	void forgetsLaterWhatItCouldNotForgetAtOnce() throws Exception {
		var data = data();
		try (var storage = StorageFixture.embedded(data)) {
			var id = converse(storage, new Random(1));
			var secret = new String(secret(storage, id), StandardCharsets.ISO_8859_1);
			try (var open = storage.database.getConnection(); var statement = open.createStatement()) {
				var reading = statement.executeQuery("select * from event");
				assertThat(reading.next()).isTrue();
				// the log cannot be emptied while it is being read
				assertThat(storage.conversations.clear(id, UUID.randomUUID())).isTrue();
				assertThat(bytes(data)).contains(secret);
			}
			storage.upkeep.look();
			assertThat(bytes(data)).doesNotContain(secret);
		}
	}

	/** As if it had been killed between erasing and emptying the log. */
	@Test
	void forgetsAtItsNextStartWhatAKillKeptItFromForgetting() throws Exception {
		var data = data();
		var copy = this.folder.resolve("copy");
		String secret;
		try (var storage = StorageFixture.embedded(data)) {
			var id = converse(storage, new Random(1));
			secret = new String(secret(storage, id), StandardCharsets.ISO_8859_1);
			storage.storage.write(() -> {
				storage.log.seals().destroy(id);
				return storage.jdbc.update("delete from conversation where id = ?", id);
			});
			Files.createDirectories(copy);
			for (var file : files(data)) {
				Files.copy(file, copy.resolve(file.getFileName()));
			}
		}
		assertThat(bytes(copy)).contains(secret);
		try (var storage = StorageFixture.embedded(copy)) {
			storage.upkeep.look();
			assertThat(storage.jdbc.queryForObject("select count(*) from event", Integer.class)).isZero();
			assertThat(bytes(copy)).doesNotContain(secret);
		}
	}

	/**
	 * The one connection must not be left in a transaction, or believe that it is in one.
	 */
	@Test
	void goesOnAfterATransactionThatCouldNotBeCommitted() throws Exception {
		try (var storage = StorageFixture.embedded(data())) {
			assertThatExceptionOfType(NotSavedException.class).isThrownBy(() -> storage.storage.write(() -> {
				storage.jdbc.execute("pragma defer_foreign_keys = true");
				return storage.jdbc.update("insert into running_turn values (?, 1, 1, 1)", UUID.randomUUID());
			}));
			storage.upkeep.look();
			converse(storage, new Random(1));
			assertThat(storage.jdbc.queryForObject("select count(*) from running_turn", Integer.class)).isZero();
		}
	}

	@Test
	void goesOnOnceADiskCanBeWrittenAgain() throws Exception {
		try (var storage = StorageFixture.embedded(data())) {
			storage.jdbc.execute("pragma query_only = true");
			assertThatExceptionOfType(NotSavedException.class).isThrownBy(() -> converse(storage, new Random(1)));
			assertThatExceptionOfType(NotSavedException.class).isThrownBy(storage.upkeep::look);
			storage.jdbc.execute("pragma query_only = false");
			storage.upkeep.look();
			converse(storage, new Random(1));
		}
	}

	@Test
	void usesTheSecretsPlacesAgain() throws Exception {
		try (var storage = StorageFixture.embedded(data())) {
			for (var i = 0; i < 20; i++) {
				storage.conversations.clear(converse(storage, new Random(i)), UUID.randomUUID());
			}
			assertThat(storage.jdbc.queryForObject("select count(*) from secret", Integer.class)).isEqualTo(1);
		}
	}

	@Test
	void makesNothingThatOthersCanRead() throws Exception {
		var data = data();
		try (var storage = StorageFixture.embedded(data)) {
			converse(storage, new Random(1));
			assertThat(files(data)).hasSizeGreaterThan(1);
			try (var all = Files.walk(data)) {
				assertThat(all)
					.allSatisfy((each) -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
						.isEqualTo(Files.isDirectory(each) ? "rwx------" : "rw-------"));
			}
		}
	}

	@Test
	void saysThatAnotherProgramHasTheFile() throws Exception {
		var data = data();
		try (var storage = StorageFixture.embedded(data)) {
			converse(storage, new Random(1));
			assertThatExceptionOfType(DataFolderUnusableException.class)
				.isThrownBy(() -> new EmbeddedDatabase(data).prepare())
				.withMessageContaining("open in another program")
				.withMessageContaining("--signpost.data");
			converse(storage, new Random(2));
		}
	}

	@Test
	void beginsAgainWhereItsFileWasRemoved() throws Exception {
		var data = data();
		try (var storage = StorageFixture.embedded(data)) {
			converse(storage, new Random(1));
			Files.delete(data.resolve("conversations.db"));
			storage.upkeep.look();
			assertThat(storage.conversations.exists(converse(storage, new Random(2)))).isTrue();
			assertThat(data.resolve("conversations.db")).isNotEmptyFile();
		}
		try (var storage = StorageFixture.embedded(data)) {
			assertThat(storage.jdbc.queryForObject("select count(*) from conversation", Integer.class)).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@EnumSource
	void setsADamagedFileAsideAndGoesOn(Damage damage) throws Exception {
		var data = data();
		fill(data);
		var file = data.resolve("conversations.db");
		damage.inflict(file);
		var damaged = Files.readAllBytes(file);
		try (var storage = StorageFixture.embedded(data)) {
			var aside = new EmbeddedDatabase(data).damaged();
			assertThat(aside).hasSize(1);
			assertThat(Files.readAllBytes(aside.getFirst())).isEqualTo(damaged);
			assertThat(storage.jdbc.queryForObject("select count(*) from conversation", Integer.class)).isZero();
			var id = converse(storage, new Random(1));
			assertThat(storage.conversations.findEvents(id, 0, 100)).hasSize(4);
			storage.now.set(Instant.now().plus(Duration.ofDays(29)));
			storage.upkeep.purge();
			assertThat(aside.getFirst()).exists();
			storage.now.set(Instant.now().plus(Duration.ofDays(31)));
			storage.upkeep.purge();
			assertThat(aside.getFirst()).as("kept no longer than the rest").doesNotExist();
		}
	}

	@Test
	void setsAFileAsideThatIsDamagedWhileItRuns() throws Exception {
		var data = data();
		fill(data);
		try (var storage = StorageFixture.embedded(data)) {
			var bytes = Files.readAllBytes(data.resolve("conversations.db"));
			Arrays.fill(bytes, PAGE, bytes.length, (byte) 0x5a);
			Files.write(data.resolve("conversations.db"), bytes);
			assertThatExceptionOfType(NotSavedException.class)
				.isThrownBy(() -> storage.storage.read(() -> storage.jdbc.queryForList("select * from event").size()));
			assertThat(storage.conversations.areKept()).isFalse();
			storage.upkeep.look();
			assertThat(storage.conversations.areKept()).isTrue();
			assertThat(storage.conversations.exists(converse(storage, new Random(1)))).isTrue();
			assertThat(new EmbeddedDatabase(data).damaged()).isNotEmpty();
		}
	}

	private Path data() {
		return this.folder.resolve("data");
	}

	static void fill(Path data) throws Exception {
		try (var storage = StorageFixture.embedded(data)) {
			for (var i = 0; i < 200; i++) {
				converse(storage, new Random(i));
			}
		}
	}

	/** A turn and a rating with its conversation's id in every text. */
	private static UUID converse(StorageFixture storage, Random random) {
		var conversation = NewConversation.create();
		var id = conversation.id();
		storage.conversations.begin(conversation);
		var started = (Starting.Started) storage.turns.start(id, UUID.randomUUID(), text(id, random, 5));
		storage.turns.finish(id, started.turn(),
				new Ending(
						List.of(new Said(started.turn(), Kind.P, text(id, random, 90), List.of(), null),
								new Ended(started.turn(), started.answer(), Outcome.ANSWERED, null, Why.DONE)),
						"pay", 0.5, new Turn(text(id, random, 2), "", Outcome.ANSWERED, null, false, "pay", List.of(),
								text(id, random, 20), List.of(), null)));
		storage.ratings.rate(id, UUID.randomUUID(), started.turn(), new Rating(3, text(id, random, 3)));
		return id;
	}

	private static String text(UUID id, Random random, int most) {
		return (word(id) + " ").repeat(1 + random.nextInt(most));
	}

	/** Tells its conversation, and no digit of it can be taken for a telephone number. */
	private static String word(UUID id) {
		return "xyzzy" + id.toString()
			.replace("-", "")
			.chars()
			.mapToObj((c) -> String.valueOf((char) (Character.isDigit(c) ? 'g' + (c - '0') : c)))
			.collect(Collectors.joining());
	}

	private static byte[] secret(StorageFixture storage, UUID id) {
		return storage.jdbc
			.query("select secret.secret from secret join conversation on slot = conversation.secret where id = ?",
					(row, number) -> row.getBytes(1), id)
			.getFirst();
	}

	private static String bytes(Path data) throws IOException {
		var all = new StringBuilder();
		for (var file : files(data)) {
			all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
		}
		return all.toString();
	}

	private static List<Path> files(Path data) throws IOException {
		try (var files = Files.walk(data)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	/** What may become of a file. */
	enum Damage {

		ZEROED_HEAD {
			@Override
			byte[] of(byte[] file) {
				Arrays.fill(file, 0, 16_384, (byte) 0);
				return file;
			}
		},
		CUT_TO_HALF {
			@Override
			byte[] of(byte[] file) {
				return Arrays.copyOf(file, file.length / 2);
			}
		},
		FLIPPED_PAGE {
			@Override
			byte[] of(byte[] file) {
				var page = file.length / PAGE / 2 * PAGE;
				IntStream.range(page, page + PAGE).forEach((i) -> file[i] = (byte) ~file[i]);
				return file;
			}
		},
		EMPTY {
			@Override
			byte[] of(byte[] file) {
				return new byte[0];
			}
		},
		NOT_A_DATABASE {
			@Override
			byte[] of(byte[] file) {
				return "Dear reader, this is a letter.\n".repeat(1000).getBytes(StandardCharsets.US_ASCII);
			}
		};

		abstract byte[] of(byte[] file);

		void inflict(Path file) {
			try {
				Files.write(file, of(Files.readAllBytes(file)), StandardOpenOption.TRUNCATE_EXISTING);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}

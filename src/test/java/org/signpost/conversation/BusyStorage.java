package org.signpost.conversation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.signpost.conversation.ConversationEvent.Ended;
import org.signpost.conversation.ConversationEvent.Kind;
import org.signpost.conversation.ConversationEvent.Said;
import org.signpost.conversation.ConversationEvent.Why;
import org.signpost.conversation.Ratings.Rating;

/**
 * A process that does nothing but use the storage, until it is killed: asks, rates,
 * clears and erases what is old, and says in a line what it has been promised.
 */
final class BusyStorage {

	private static final int ASKERS = 6;

	private final StorageFixture storage;

	private final OutputStream out;

	private final ConcurrentLinkedQueue<UUID> aged = new ConcurrentLinkedQueue<>();

	private BusyStorage(StorageFixture storage, OutputStream out) {
		this.storage = storage;
		this.out = out;
	}

	/**
	 * Runs for ever.
	 * @param arguments the data folder and a seed
	 */
	public static void main(String[] arguments) throws Exception {
		var out = new java.io.FileOutputStream(java.io.FileDescriptor.out);
		var storage = StorageFixture.embedded(Path.of(arguments[0]));
		storage.now.set(Instant.now());
		var busy = new BusyStorage(storage, out);
		var random = new Random(Long.parseLong(arguments[1]));
		for (var i = 0; i < ASKERS; i++) {
			var seed = random.nextLong();
			Thread.ofPlatform().start(() -> busy.converse(new Random(seed)));
		}
		busy.say("ready");
		busy.erase();
	}

	private void converse(Random random) {
		while (true) {
			var conversation = NewConversation.create();
			var id = conversation.id();
			this.storage.conversations.begin(conversation);
			say("begun " + id);
			say("sealed " + id + " " + secret(id));
			var turns = 1 + random.nextInt(5);
			for (var turn = 1; turn <= turns; turn++) {
				converse(id, random);
			}
			switch (random.nextInt(4)) {
				case 0 -> {
					say("clearing " + id);
					this.storage.conversations.clear(id, UUID.randomUUID());
					say("cleared " + id);
				}
				case 1 -> age(id);
				default -> {
					// is kept
				}
			}
		}
	}

	private void converse(UUID id, Random random) {
		var request = UUID.randomUUID();
		var started = (Starting.Started) this.storage.turns.start(id, request, text(id, 1 + random.nextInt(8)));
		say("asked " + id + " " + request);
		var answer = new Said(started.turn(), Kind.P, text(id, 1 + random.nextInt(60)), List.of(), null);
		var end = new Ended(started.turn(), started.answer(), Outcome.ANSWERED, null, Why.DONE);
		this.storage.turns.finish(id, started.turn(), new Ending(List.of(answer, end), "pay", 0.5, new Turn(text(id, 1),
				text(id, 1), Outcome.ANSWERED, null, false, "pay", List.of(), text(id, 2), List.of(), null)));
		say("finished " + id + " " + started.answer());
		if (random.nextInt(3) == 0) {
			var rating = UUID.randomUUID();
			this.storage.ratings.rate(id, rating, started.turn(), new Rating(3, text(id, 1)));
			say("rated " + id + " " + rating);
		}
	}

	/** What opens the texts, 16 bytes, which must be in no file once they are erased. */
	private UUID secret(UUID id) {
		return this.storage.storage.read(() -> this.storage.jdbc
			.query("select secret.secret from secret join conversation on slot = conversation.secret where id = ?",
					(row, number) -> ByteBuffer.wrap(row.getBytes(1)), id)
			.stream()
			.map((bytes) -> new UUID(bytes.getLong(), bytes.getLong()))
			.findFirst()
			.orElseThrow());
	}

	private void age(UUID id) {
		say("aging " + id);
		this.storage.storage.write(() -> this.storage.jdbc.update("update conversation set active_at = ? where id = ?",
				new Timestamp(0), id));
		this.aged.add(id);
	}

	private void erase() throws InterruptedException {
		while (true) {
			var old = List.copyOf(this.aged);
			this.storage.upkeep.purge();
			old.forEach((id) -> say("erased " + id));
			this.aged.removeAll(old);
			Thread.sleep(50);
		}
	}

	/** A text that tells its conversation wherever it turns up. */
	static String text(UUID conversation, int times) {
		return ("planted-" + conversation + " ").repeat(times);
	}

	private void say(String line) {
		try {
			synchronized (this.out) {
				this.out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
			}
		}
		catch (IOException ex) {
			Runtime.getRuntime().halt(1);
		}
	}

}

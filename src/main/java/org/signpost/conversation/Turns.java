package org.signpost.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.ConversationEvent.Ended;
import org.signpost.conversation.ConversationEvent.Why;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The turns of conversations: opened with a question, closed with exactly one
 * {@link Ended}. A conversation has at most one open turn, on whichever server. Safe for
 * use by many threads. Every method may throw {@link NotSavedException}.
 */
public final class Turns {

	/** Enough for every follow-up we understand, and bounded for a long conversation. */
	private static final int HISTORY = 30;

	private static final String RUNNING = "select conversation, number, server, asked_at from running_turn";

	private final Storage storage;

	private final JdbcTemplate jdbc;

	private final ConversationLog log;

	private final long server;

	/** Turns of this server whose answer could not be stored. */
	private final Set<OpenTurn> unfinished = ConcurrentHashMap.newKeySet();

	Turns(Storage storage, JdbcTemplate jdbc, ConversationLog log, long server) {
		this.storage = storage;
		this.jdbc = jdbc;
		this.log = log;
		this.server = server;
	}

	/**
	 * Stores a question and opens its turn.
	 * @param conversation id of the conversation
	 * @param request the visitor's own id of the request
	 * @param question the words as typed
	 */
	public Starting start(UUID conversation, UUID request, String question) {
		var masked = PersonalData.mask(question);
		return this.storage.write(() -> {
			var last = this.log.lock(conversation);
			if (last.isEmpty()) {
				return new Starting.Gone();
			}
			if (this.log.hasSettled(conversation, request)) {
				return new Starting.Repeated();
			}
			if (findRunning(conversation).isPresent()) {
				return new Starting.TurnRunning();
			}
			var turn = open(conversation, masked, last.getAsLong() + 1);
			this.log.append(conversation, last.getAsLong(), request,
					List.of(new ConversationEvent.Asked(turn.turn(), request, masked)));
			return turn;
		});
	}

	private Starting.Started open(UUID conversation, String question, long firstSeq) {
		var seal = this.log.seals().of(conversation);
		var history = new ArrayList<>(this.jdbc.query(
				"select memory from turn where conversation = ? and memory is not null order by number desc limit ?",
				(row, number) -> EventJson.read(seal.open(row.getString(1)), Turn.class), conversation, HISTORY));
		Collections.reverse(history);
		this.jdbc.update("update conversation set last_turn = last_turn + 1 where id = ?", conversation);
		var turn = this.jdbc
			.queryForList("select last_turn from conversation where id = ?", Integer.class, conversation)
			.getFirst();
		var started = new Starting.Started(turn, UUID.randomUUID(), question, history);
		var now = this.log.now();
		this.jdbc.update(
				"insert into turn (conversation, number, answer, question, asked_at, first_seq, began_at, by_visitor)"
						+ " select id, ?, ?, ?, ?, ?, began_at, key_hash is not null from conversation where id = ?",
				turn, started.answer(), seal.seal(question), now, firstSeq, conversation);
		this.jdbc.update("insert into running_turn (conversation, number, server, asked_at) values (?, ?, ?, ?)",
				conversation, turn, this.server, now);
		return started;
	}

	/**
	 * Stores an answer's events in one batch and closes the turn.
	 * @return whether they were stored; not when the turn has been closed or its
	 * conversation erased meanwhile
	 */
	public boolean finish(UUID conversation, int turn, Ending ending) {
		try {
			return this.storage.write(() -> finishing(conversation, turn, ending));
		}
		catch (NotSavedException ex) {
			this.unfinished.add(new OpenTurn(conversation, turn));
			throw ex;
		}
	}

	private boolean finishing(UUID conversation, int turn, Ending ending) {
		var closed = close(conversation, turn, ending.events());
		if (closed) {
			this.jdbc.update(
					"update turn set intent = ?, confidence = ?, memory = ? where conversation = ? and number = ?",
					ending.intent(), ending.confidence(),
					this.log.seals().of(conversation).seal(EventJson.write(ending.memory())), conversation, turn);
		}
		return closed;
	}

	/**
	 * Closes a turn at the visitor's wish.
	 * @return whether it was open
	 */
	public boolean cancel(UUID conversation, int turn) {
		return end(conversation, turn, Why.CANCELLED);
	}

	/**
	 * Closes a turn that will not be answered.
	 * @return whether it was open
	 */
	public boolean interrupt(UUID conversation, int turn) {
		return end(conversation, turn, Why.INTERRUPTED);
	}

	/**
	 * Closes the turns that servers have left open that no longer run.
	 * @return how many
	 */
	int interruptTurnsOf(Presence presence) {
		var abandoned = this.storage.read(() -> findRunning().stream()
			.filter((running) -> running.server() != this.server && presence.isGone(running.server()))
			.toList());
		return interrupt(abandoned);
	}

	/**
	 * Closes the turns of this server that have been open for so long, or whose answer is
	 * known not to be stored.
	 * @return how many
	 */
	int interruptOlderThan(Duration age) {
		var before = this.log.ago(age).toInstant();
		var failed = Set.copyOf(this.unfinished);
		var stuck = this.storage.read(() -> findRunning().stream()
			.filter((running) -> running.server() == this.server)
			.filter((running) -> !running.askedAt().isAfter(before) || failed.contains(running.turn()))
			.toList());
		var closed = interrupt(stuck);
		this.unfinished.removeAll(failed);
		return closed;
	}

	private int interrupt(List<RunningTurn> turns) {
		var closed = 0;
		for (var turn : turns) {
			closed += interrupt(turn.turn().conversation(), turn.turn().number()) ? 1 : 0;
		}
		return closed;
	}

	private boolean end(UUID conversation, int turn, Why why) {
		return this.storage.write(() -> this.jdbc
			.query("select answer from turn where conversation = ? and number = ?",
					(row, number) -> UUID.fromString(row.getString(1)), conversation, turn)
			.stream()
			.anyMatch((answer) -> close(conversation, turn, List.of(new Ended(turn, answer, null, null, why)))));
	}

	private boolean close(UUID conversation, int turn, List<ConversationEvent> events) {
		var last = this.log.lock(conversation);
		var running = findRunning(conversation).filter((open) -> open.turn().number() == turn);
		if (last.isEmpty() || running.isEmpty()) {
			return false;
		}
		this.jdbc.update("delete from running_turn where conversation = ?", conversation);
		var now = this.log.now();
		var ended = (events.getLast() instanceof Ended end) ? end : null;
		var outcome = (ended != null) ? ended.outcome() : null;
		var nation = (ended != null) ? ended.nation() : null;
		var millis = Duration.between(running.get().askedAt(), now.toInstant()).toMillis();
		this.jdbc.update(
				"update turn set ended_at = ?, outcome = ?, nation = ?, millis = ? where conversation = ? and number = ?",
				now, name(outcome), name(nation), (outcome != null) ? millis : null, conversation, turn);
		this.log.append(conversation, last.getAsLong(), null, events);
		return true;
	}

	private static @Nullable String name(@Nullable Enum<?> constant) {
		return (constant != null) ? constant.name() : null;
	}

	private Optional<RunningTurn> findRunning(UUID conversation) {
		return this.jdbc.query(RUNNING + " where conversation = ?", (row, number) -> running(row), conversation)
			.stream()
			.findFirst();
	}

	/** Few rows ever: one for each question that is being answered. */
	private List<RunningTurn> findRunning() {
		return this.jdbc.query(RUNNING, (row, number) -> running(row));
	}

	private static RunningTurn running(ResultSet row) throws SQLException {
		return new RunningTurn(new OpenTurn(UUID.fromString(row.getString(1)), row.getInt(2)), row.getLong(3),
				row.getTimestamp(4).toInstant());
	}

	private record OpenTurn(UUID conversation, int number) {
	}

	private record RunningTurn(OpenTurn turn, long server, Instant askedAt) {
	}

}

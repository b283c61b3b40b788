package org.signpost.conversation;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells those who read a conversation that its log has grown or is gone. An announcement
 * carries no event: who hears it reads the log. Safe for use by many threads.
 */
public final class Announcements {

	private final ConcurrentHashMap<UUID, Set<Runnable>> listeners = new ConcurrentHashMap<>();

	/** Tells other servers. */
	private volatile Consumer<UUID> broadcast = (conversation) -> {
	};

	/** Has other servers told as well, by something that returns at once. */
	void broadcastBy(Consumer<UUID> means) {
		this.broadcast = means;
	}

	/**
	 * Calls the listener after every change of the conversation, on the thread that made
	 * it; it must return at once.
	 */
	public void listen(UUID conversation, Runnable listener) {
		this.listeners.compute(conversation, (id, existing) -> {
			var all = (existing != null) ? existing : ConcurrentHashMap.<Runnable>newKeySet(1);
			all.add(listener);
			return all;
		});
	}

	/** Stops calling the listener. */
	public void ignore(UUID conversation, Runnable listener) {
		this.listeners.computeIfPresent(conversation, (id, existing) -> {
			existing.remove(listener);
			return existing.isEmpty() ? null : existing;
		});
	}

	/** Announces a change once the transaction that is running has been committed. */
	void announceAfterCommit(UUID conversation) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCompletion(int status) {
				// not after the commit: what a listener throws is not the transaction's
				if (status == STATUS_COMMITTED) {
					Announcements.this.broadcast.accept(conversation);
					announce(conversation);
				}
			}

		});
	}

	void announce(UUID conversation) {
		this.listeners.getOrDefault(conversation, Set.of()).forEach(Runnable::run);
	}

	/** Announces a change of every conversation, when some may have been missed. */
	void announceAll() {
		this.listeners.keySet().forEach(this::announce);
	}

}

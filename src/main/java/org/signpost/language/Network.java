package org.signpost.language;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import org.jspecify.annotations.Nullable;

/**
 * One of the model's networks, loaded on a thread of its own while others read what it is
 * for: an eighth to half a second of a core. May be used by many threads, and lasts as
 * long as the program.
 */
final class Network {

	private final CompletableFuture<OrtSession> session;

	/**
	 * Begins to load it.
	 * @param after what is loaded before it, as both at once would need the memory of
	 * both
	 */
	Network(ModelFiles files, String name, @Nullable Network after) {
		this.session = (after != null) ? after.session.thenApply((loaded) -> load(files, name)) : CompletableFuture
			.supplyAsync(() -> load(files, name), Thread.ofPlatform().daemon().name("model")::start);
	}

	/**
	 * The network, waited for.
	 * @throws IllegalStateException if it could not be loaded
	 */
	OrtSession session() {
		try {
			return this.session.join();
		}
		catch (CompletionException ex) {
			throw new IllegalStateException("The model could not be loaded", ex.getCause());
		}
	}

	private static OrtSession load(ModelFiles files, String name) {
		try (var options = new OrtSession.SessionOptions()) {
			// each is run on the calling thread
			options.setIntraOpNumThreads(1);
			options.setInterOpNumThreads(1);
			// texts are short: pools of memory for long ones cost more than they save
			options.setCPUArenaAllocator(false);
			return OrtEnvironment.getEnvironment().createSession(files.read(name), options);
		}
		catch (OrtException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

package org.signpost;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.DataFolder;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Refuses a start that cannot succeed before it has begun anything: without the folder of
 * guidance that was named, or in a data folder whose embedded database another server has
 * open. The operating system gives that lock back with the end of the process, whatever
 * ends it. Servers that share a PostgreSQL may share the folder too.
 */
final class StartChecks implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

	private @Nullable FileLock lock;

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		var environment = event.getEnvironment();
		var guidance = environment.getProperty("signpost.knowledge-base", "");
		if (!guidance.isBlank() && !Files.isDirectory(Path.of(guidance))) {
			throw new StartRefusedException(
					"there is no folder %s; name the one of your guidance by --signpost.knowledge-base=DIR"
						.formatted(Path.of(guidance).toAbsolutePath().normalize()),
					null);
		}
		if (this.lock == null && !environment.containsProperty("spring.datasource.url")) {
			this.lock = lock(Path.of(environment.getProperty("signpost.data", "./data")));
		}
	}

	private static FileLock lock(Path folder) {
		try {
			var file = DataFolder.createFile(DataFolder.create(folder).resolve("lock"));
			var channel = FileChannel.open(file, StandardOpenOption.WRITE);
			var lock = channel.tryLock();
			if (lock != null) {
				return lock;
			}
			channel.close();
		}
		catch (OverlappingFileLockException ex) {
			// held by another application in this process
		}
		catch (IOException ex) {
			throw new StartRefusedException(
					"the data folder %s cannot be written to (%s); name another by --signpost.data=DIR"
						.formatted(folder.toAbsolutePath().normalize(), ex),
					ex);
		}
		throw new StartRefusedException(
				"the data folder %s is in use by another server; stop it, or name another folder by --signpost.data=DIR"
					.formatted(folder.toAbsolutePath().normalize()),
				null);
	}

}

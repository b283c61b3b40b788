package org.signpost.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicBoolean;

import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk for H2 ({@code jdbc:h2:failing:/path}) that can be made full: then every write
 * fails, as it would with no space left.
 */
public final class FailingDisk extends FilePathWrapper {

	private static final AtomicBoolean FULL = new AtomicBoolean();

	/** Makes H2 know it. */
	public static void register() {
		FilePath.register(new FailingDisk());
	}

	/** Makes it full, or not any more. */
	public static void setFull(boolean full) {
		FULL.set(full);
	}

	@Override
	public String getScheme() {
		return "failing";
	}

	@Override
	public FileChannel open(String mode) throws IOException {
		var file = super.open(mode);
		return new FileBaseDefault() {

			@Override
			public long size() throws IOException {
				return file.size();
			}

			@Override
			protected void implTruncate(long size) throws IOException {
				failIfFull();
				file.truncate(size);
			}

			@Override
			public synchronized int read(ByteBuffer target, long position) throws IOException {
				return file.read(target, position);
			}

			@Override
			public synchronized int write(ByteBuffer source, long position) throws IOException {
				failIfFull();
				return file.write(source, position);
			}

			@Override
			public void force(boolean metaData) throws IOException {
				failIfFull();
				file.force(metaData);
			}

			@Override
			public java.nio.channels.FileLock tryLock(long position, long size, boolean shared) throws IOException {
				return file.tryLock(position, size, shared);
			}

			@Override
			protected void implCloseChannel() throws IOException {
				file.close();
			}

		};
	}

	private static void failIfFull() throws IOException {
		if (FULL.get()) {
			throw new IOException("No space left on device");
		}
	}

}

package org.signpost.web;

import java.net.InetAddress;

/**
 * Who sends a request, and under which name of ours.
 *
 * @param peer address at the other end of the connection
 * @param address address of the visitor, the peer's own unless a trusted proxy named it
 * @param scheme {@code http} or {@code https} as the visitor used it
 * @param host the {@code Host} the visitor asked for, with its port if it named one,
 * perhaps empty
 */
public record Caller(InetAddress peer, InetAddress address, String scheme, String host) {

	/** The name in {@link #host}, without the port, in lower case. */
	public String hostName() {
		var end = this.host.startsWith("[") ? this.host.indexOf(']') + 1 : this.host.lastIndexOf(':');
		return ((end > 0) ? this.host.substring(0, end) : this.host).toLowerCase(java.util.Locale.ROOT);
	}

	/** Whether it was addressed by a name that only this machine has. */
	public boolean namesLoopback() {
		return switch (hostName()) {
			case "localhost", "127.0.0.1", "[::1]" -> true;
			default -> false;
		};
	}

}

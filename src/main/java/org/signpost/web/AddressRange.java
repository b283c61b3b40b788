package org.signpost.web;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A range of network addresses.
 *
 * @param base an address in it
 * @param bits how many leading bits all its addresses share
 */
record AddressRange(InetAddress base, int bits) {

	/**
	 * Reads {@code 10.0.0.0/8} or a single address.
	 * @throws IllegalArgumentException when it is neither
	 */
	static AddressRange parse(String text) {
		var slash = text.indexOf('/');
		var base = address((slash < 0) ? text : text.substring(0, slash));
		var length = base.getAddress().length * 8;
		var bits = (slash < 0) ? length : Integer.parseInt(text.substring(slash + 1));
		if (bits < 0 || bits > length) {
			throw new IllegalArgumentException("Not a range of addresses: " + text);
		}
		return new AddressRange(base, bits);
	}

	/**
	 * Reads an address, never asking a name server.
	 * @throws IllegalArgumentException when it is not an address
	 */
	static InetAddress address(String text) {
		var bare = (text.startsWith("[") && text.endsWith("]")) ? text.substring(1, text.length() - 1) : text;
		if (!bare.matches("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}")
				|| (bare.indexOf(':') < 0 && bare.split("\\.").length != 4)) {
			throw new IllegalArgumentException("Not an address");
		}
		try {
			return InetAddress.getByName(bare);
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException("Not an address", ex);
		}
	}

	boolean contains(InetAddress address) {
		var one = this.base.getAddress();
		var other = address.getAddress();
		if (one.length != other.length) {
			return false;
		}
		for (var bit = 0; bit < this.bits; bit++) {
			var mask = 0x80 >> (bit % 8);
			if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
				return false;
			}
		}
		return true;
	}

}

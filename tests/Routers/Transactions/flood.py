"""A neighbour with very many routes, one IPv4 /24 each: flood.py OWN-ADDRESS ROUTER-ADDRESS COUNT"""

import socket, struct, sys, threading, time

own, router, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
ASN = 65010


def message(kind, body=b""):
    return b"\xff" * 16 + struct.pack("!HB", 19 + len(body), kind) + body


def read_on(connection):
    while connection.recv(65536):
        pass


capabilities = bytes([2, 6, 1, 4, 0, 1, 0, 1, 2, 6, 65, 4]) + struct.pack("!I", ASN)
opening = struct.pack("!BHH4sB", 4, ASN, 180, socket.inet_aton(own), len(capabilities)) + capabilities


def opened():
    """A session; refused until the router has the neighbour ready."""
    while True:
        try:
            connection = socket.create_connection((router, 179), source_address=(own, 0))
            connection.sendall(message(1, opening))
            if connection.recv(4096):
                connection.sendall(message(4))
                return connection
        except OSError:
            pass
        time.sleep(1)


connection = opened()
threading.Thread(target=read_on, args=(connection,), daemon=True).start()
time.sleep(1)
attributes = bytes([0x40, 1, 1, 0, 0x40, 2, 6, 2, 1]) + struct.pack("!I", ASN) + bytes([0x40, 3, 4]) + socket.inet_aton(own)
routes = [bytes([24]) + struct.pack("!I", (20 << 24) + (i << 8))[:3] for i in range(count)]
for i in range(0, count, 900):
    body = struct.pack("!HH", 0, len(attributes)) + attributes + b"".join(routes[i : i + 900])
    connection.sendall(message(2, body))
print("sent", flush=True)
while True:
    time.sleep(30)
    connection.sendall(message(4))

using System.Text.Json.Nodes;

namespace BgpLb.Rehearsal.Clusters;

/// <summary>
/// The nodes' side of the lab: Kubernetes objects, and a speaker on every node that follows them as Cilium's does.
/// Nothing forwards packets for the Services; that is the lab's.
/// </summary>
public interface ICluster : IDisposable
{
    /// <summary>What speaks for the nodes and what gives out addresses, with versions, in one phrase.</summary>
    string Description { get; }

    /// <summary>
    /// Does what the roll-out of the Cilium release does: starts whatever the values ask for, on all nodes. Once more
    /// with other values restarts it; with the same ones nothing happens.
    /// </summary>
    /// <param name="values">The release's Helm values.</param>
    void Install(JsonObject values);

    /// <summary>Makes an object what the manifest says, whether it is there or not; its status stays.</summary>
    /// <param name="manifest">With <c>apiVersion</c>, <c>kind</c> and <c>metadata.name</c>.</param>
    /// <exception cref="RehearsalException">It is refused; the message holds the API server's words.</exception>
    void Apply(JsonObject manifest);

    /// <summary>Deletes an object; one that is not there is no error.</summary>
    /// <param name="manifest">As for <see cref="Apply"/>; only what names it counts.</param>
    void Delete(JsonObject manifest);

    /// <summary>All objects of a kind, in all namespaces, with their status, sorted by namespace and name.</summary>
    IReadOnlyList<JsonObject> List(string apiVersion, string kind);

    /// <summary>Takes a node in: its Node object appears, and its speaker starts where the release is installed.</summary>
    void Join(ClusterNode node);

    /// <summary>Removes a node for good: its speaker stops, then its objects go.</summary>
    void Leave(string node);

    /// <summary>Starts the speaker of a node if it does not run.</summary>
    void StartSpeaker(string node);

    /// <summary>Ends the speaker of a node in good order (SIGTERM), as a restart or a drained node does.</summary>
    void StopSpeaker(string node);

    /// <summary>Ends the speaker of a node at once (SIGKILL), as a crash would; the kernel closes its connections.</summary>
    void KillSpeaker(string node);

    /// <summary>The state of every session, as the nodes see it; of nodes whose speaker runs.</summary>
    IReadOnlyList<NodeSession> Sessions { get; }
}

/// <summary>A node of the cluster.</summary>
/// <param name="Name">As Kubernetes knows it.</param>
/// <param name="Addresses">Its addresses, without prefix lengths; one of a family at most.</param>
/// <param name="Labels">Labels by name.</param>
/// <param name="Network">Where its speaker runs.</param>
public sealed record ClusterNode(
    string Name,
    IReadOnlyList<string> Addresses,
    IReadOnlyDictionary<string, string> Labels,
    Namespace Network
);

/// <summary>A session as a node sees it.</summary>
/// <param name="Peer">The router's address.</param>
/// <param name="State">As BGP names it, in lower case: idle, connect, active, open_sent, open_confirm, established.</param>
public sealed record NodeSession(string Node, string Peer, string State)
{
    /// <summary>Whether routes pass.</summary>
    public bool IsEstablished => State == "established";
}

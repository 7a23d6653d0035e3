namespace BgpLb.Policies.Model;

/// <summary>
/// A rule has asked for something that nobody can know now. Whoever runs the rule reports that it could not judge; it
/// neither passes nor fails.
/// </summary>
/// <param name="message">What is not known: a property, or what runs at the moment.</param>
internal sealed class NotKnownYetException(string message) : Exception(message);

namespace BgpLb.Settings.Checks;

/// <summary>A value, and where it stands in the settings.</summary>
internal sealed record Located<T>(T Value, string Path);

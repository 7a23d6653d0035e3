using System.Globalization;
using BgpLb.Graph;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BgpLb.Stacks.Yaml;

/// <summary>
/// Values as YAML that every reader takes the same way, of YAML 1.1 and 1.2: in field order, blocks only, texts in
/// quotes wherever some reader would see something else in them.
/// </summary>
internal static class YamlText
{
    private static readonly EmitterSettings Settings = EmitterSettings
        .Default.WithNewLine("\n")
        .WithBestWidth(int.MaxValue)
        .WithIndentedSequences()
        .WithUtf16SurrogatePairs();

    /// <exception cref="ArgumentException">The value holds a secret or another resource's output.</exception>
    public static string Of(Value value)
    {
        using var text = new StringWriter();
        var emitter = new Emitter(text, Settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(version: null, tags: null, isImplicit: true));
        Emit(emitter, value);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Emit(Emitter emitter, Value value)
    {
        switch (value)
        {
            case Fields { Entries: var entries }:
                emitter.Emit(
                    new MappingStart(
                        AnchorName.Empty,
                        TagName.Empty,
                        isImplicit: true,
                        entries.IsEmpty ? MappingStyle.Flow : MappingStyle.Block
                    )
                );
                foreach (var (name, field) in entries)
                {
                    emitter.Emit(TextScalar(name));
                    Emit(emitter, field);
                }

                emitter.Emit(new MappingEnd());
                break;
            case Items { Elements: var elements }:
                emitter.Emit(
                    new SequenceStart(
                        AnchorName.Empty,
                        TagName.Empty,
                        isImplicit: true,
                        elements.IsEmpty ? SequenceStyle.Flow : SequenceStyle.Block
                    )
                );
                foreach (var element in elements)
                {
                    Emit(emitter, element);
                }

                emitter.Emit(new SequenceEnd());
                break;
            default:
                emitter.Emit(ScalarOf(value));
                break;
        }
    }

    private static Scalar ScalarOf(Value value) =>
        value switch
        {
            Text text => TextScalar(text.Content),
            Number number => Plain(Written(number.Amount)),
            Flag flag => Plain(flag.IsSet ? "true" : "false"),
            Nothing => Plain("null"),
            _ => throw new ArgumentException($"A file cannot hold a {value.GetType().Name}.", nameof(value)),
        };

    private static Scalar TextScalar(string text) =>
        YamlQuotes.AreNeeded(text) ? Styled(text, ScalarStyle.DoubleQuoted) : Plain(text);

    private static Scalar Plain(string text) => Styled(text, ScalarStyle.Plain);

    private static Scalar Styled(string text, ScalarStyle style) =>
        new(
            AnchorName.Empty,
            TagName.Empty,
            text,
            style,
            isPlainImplicit: style == ScalarStyle.Plain,
            isQuotedImplicit: style != ScalarStyle.Plain
        );

    /// <summary>Whole numbers without exponent: Kubernetes takes 1E+15 for no integer.</summary>
    private static string Written(double number) =>
        Math.Abs(number) < 1e18 && Math.Floor(number) == number
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
}

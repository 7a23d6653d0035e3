using System.Text.Json;
using System.Text.RegularExpressions;

namespace BgpLb.Routers.Unifi;

/// <summary>Brings a site's BGP document to what is wanted. A new document bounces all sessions, so an equal one is not sent.</summary>
/// <param name="said">For what people are told; it never gets a secret.</param>
/// <param name="pause">Between two looks at a document that is not there yet.</param>
internal sealed partial class UnifiSite(UnifiOrder order, UnifiClient client, TextWriter said, TimeSpan pause)
{
    private const string Another = "it took the document and has another one now";

    private const int Looks = 3;

    private FoundDocument Wanted => new(IsEnabled: true, order.Document, order.File, order.Owner);

    /// <summary>Sends the document where the site has another one, and reads it back.</summary>
    /// <exception cref="UnifiFailure">The site has not the document; the message says what it has.</exception>
    public async Task ApplyAsync()
    {
        var before = await ReadAsync();
        if (IsRight(before))
        {
            said.WriteLine($"{order.Router} has this document already");
            return;
        }

        RefuseForeign(before);
        ShowPlan(before);
        var problem = await SendAsync(Wanted);
        var now = before;
        for (var look = 0; look < Looks; look++)
        {
            now = await ReadBackAsync();
            if (IsRight(now))
            {
                return;
            }

            if (now == before && problem?.Status == UnifiStatus.Refused)
            {
                break;
            }

            await Task.Delay(pause);
        }

        throw now == before && problem is not null
            ? new(problem.Status, $"{problem.Message}; nothing was changed")
            : new UnifiFailure(
                UnifiStatus.NotKept,
                $"{problem?.Message ?? $"{order.Router}: {Another}"}; {await RestoreAsync(before)}"
            );
    }

    /// <summary>Compares the document, and sends nothing.</summary>
    /// <exception cref="UnifiFailure">It is another one.</exception>
    public async Task ConfirmAsync()
    {
        if (!IsRight(await ReadAsync()))
        {
            throw new UnifiFailure(
                UnifiStatus.Another,
                $"{order.Router} has not the document of this stack any more: somebody replaced it, or switched it off.\n"
                    + "To have it written again, let Pulumi forget that it was: "
                    + $"pulumi state delete the command {order.Router}-change, then pulumi up"
            );
        }

        var what = order.Digest.Length > 0 ? $"the document of {order.Digest}" : "the document";
        said.WriteLine(
            $"{order.Router} has {what}. Over the API nobody on the router watches the sessions: there is no revert\n"
                + "timer, and this is no word that the sessions stand"
        );
    }

    /// <summary>Takes the document away if it is the stack's.</summary>
    /// <exception cref="UnifiFailure">It is still there, or the gateway does not answer.</exception>
    public async Task RemoveAsync()
    {
        var answer = await client.AskAsync(HttpMethod.Get);
        if (answer.IsUnsupported)
        {
            said.WriteLine($"{order.Router} has no BGP");
        }
        else if (DocumentIn(answer) is not { } found)
        {
            said.WriteLine($"{order.Router} has no BGP document");
        }
        else if (!IsOurs(found))
        {
            said.WriteLine($"the BGP document of {order.Router} is not this stack's: left alone");
        }
        else
        {
            ExpectSuccess(await client.AskAsync(HttpMethod.Delete));
            if (await ReadAsync() is not null)
            {
                throw new UnifiFailure(UnifiStatus.NotKept, $"{order.Router} still has the document");
            }
        }
    }

    private bool IsOurs(FoundDocument found) => found.Description == order.Owner;

    private bool IsRight(FoundDocument? found) =>
        found is { IsEnabled: true, Text: var text } && IsOurs(found) && text == order.Document;

    private void RefuseForeign(FoundDocument? found)
    {
        if (found is not null && !IsOurs(found))
        {
            throw new UnifiFailure(
                UnifiStatus.Foreign,
                $"{order.Router} has a BGP document that this stack did not write (its description is "
                    + $"\"{found.Description}\", not \"{order.Owner}\").\n"
                    + "Over the API a site has one document, and this stack would replace all of it. Nothing was changed. "
                    + "Move what is still\n"
                    + "needed out of it and delete it on the gateway (Routing > BGP); or, to hand it over as it is, "
                    + $"set its description to {order.Owner}.\n"
                    + "Then run the update again."
            );
        }
    }

    private void ShowPlan(FoundDocument? before)
    {
        said.WriteLine($"{order.Owner} replaces the BGP document of the site {order.Site}; all sessions start anew:");
        var changes = LineDifference.Of(Masked(before?.Text ?? ""), Masked(order.Document)).ToArray();
        said.WriteLine(
            changes.Length > 0
                ? string.Join('\n', changes)
                : "  the same lines, with another password or switched on again"
        );
    }

    /// <summary>Null when the gateway took it, else what it said. Without an answer it may have taken it all the same.</summary>
    private async Task<UnifiFailure?> SendAsync(FoundDocument document)
    {
        try
        {
            var answer = await client.AskAsync(HttpMethod.Post, document.ToJson());
            return answer.IsSuccess ? null : new(UnifiStatus.Refused, $"{order.Router}: {answer.Meaning(order)}");
        }
        catch (UnifiFailure unanswered)
        {
            return unanswered;
        }
    }

    private async Task<FoundDocument?> ReadBackAsync()
    {
        try
        {
            return await ReadAsync();
        }
        catch (UnifiFailure failure)
        {
            throw new UnifiFailure(
                failure.Status,
                $"{failure.Message}\nThe document was sent, and whether the gateway has it is not known: run the update again."
            );
        }
    }

    /// <summary>Puts back what the document was, or takes it away where there was none.</summary>
    private async Task<string> RestoreAsync(FoundDocument? before)
    {
        try
        {
            _ = before is null
                ? await client.AskAsync(HttpMethod.Delete)
                : await client.AskAsync(HttpMethod.Post, before.ToJson());
            if (await ReadAsync() == before)
            {
                return "the document is back to what it was";
            }
        }
        catch (UnifiFailure)
        {
            // Said below, as what the gateway has now is what counts.
        }

        return "and what was there before could not be put back: look at the gateway under Routing > BGP";
    }

    private async Task<FoundDocument?> ReadAsync() => DocumentIn(await client.AskAsync(HttpMethod.Get));

    private FoundDocument? DocumentIn(UnifiAnswer answer)
    {
        ExpectSuccess(answer);
        try
        {
            return FoundDocument.In(answer.Body);
        }
        catch (JsonException)
        {
            throw new UnifiFailure(
                UnifiStatus.Unanswered,
                $"{order.Router}: what answers at {order.Url} is no UniFi gateway: its answer is no JSON"
            );
        }
    }

    private void ExpectSuccess(UnifiAnswer answer)
    {
        if (!answer.IsSuccess)
        {
            throw new UnifiFailure(UnifiStatus.Unanswered, $"{order.Router}: {answer.Meaning(order)}");
        }
    }

    /// <summary>Takes passwords out of what people will see.</summary>
    private static string Masked(string document) => Password().Replace(document, "${before}<password>");

    [GeneratedRegex("(?<before>neighbor [^ \n]+ password )[^\n]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Password();
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Reflection;
using System.Threading;

namespace FetchHive.Tests;

/// <summary>Exceptions as users construct them, in tests of code that catches them.</summary>
public sealed class ExceptionTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly Exception Inner = new InvalidOperationException("inner");

    // Each has all values that the library's own exceptions can have.
    public static readonly TheoryData<FetchHiveException, bool> Whole = new()
    {
        { new FetchHiveConnectionException("m", mayHaveRun: false, Inner), false },
        { new FetchHiveTimeoutException("m", mayHaveRun: true, Inner) { RequestId = "req_1" }, true },
        { new FetchHiveRunFailedException("m", Inner) { Error = "No", ErrorCode = "c", RequestId = "req_1" }, true },
        {
            new FetchHiveResponseException("m", "$.output", "string", Inner)
            {
                Status = RunStatus.Completed, OutputText = "1", RequestId = "req_1",
            },
            true
        },
        {
            new FetchHiveRequestException("m", HttpStatusCode.Conflict, Inner)
            {
                ErrorCode = "c", RequestId = "req_1", ResponseBody = "b", RetryAfter = Second,
            },
            false
        },
        {
            new FetchHiveRequestException("m", HttpStatusCode.SeeOther, Inner)
            {
                ErrorCode = "c", RequestId = "req_1", ResponseBody = "b", RetryAfter = Second,
            },
            true
        },
        {
            new FetchHiveAuthenticationException("m", HttpStatusCode.Forbidden, Inner)
            {
                ErrorCode = "c", RequestId = "req_1", ResponseBody = "b", RetryAfter = Second,
            },
            false
        },
        {
            new FetchHiveValidationException("m", (HttpStatusCode)422, Inner)
            {
                ErrorCode = "c", RequestId = "req_1", ResponseBody = "b", RetryAfter = Second,
            },
            false
        },
        {
            new FetchHiveNotFoundException("m", Inner)
            {
                ErrorCode = "c", RequestId = "req_1", ResponseBody = "b", RetryAfter = Second,
            },
            false
        },
        {
            new FetchHiveNotFoundException("m", Inner, mayHaveRun: true)
            {
                ErrorCode = "c", RequestId = "req_1", ResponseBody = "b", RetryAfter = Second,
            },
            true
        },
        {
            new FetchHivePlanLimitException("m", Inner)
            {
                ErrorCode = "c", RequestId = "req_1", ResponseBody = "b", RetryAfter = Second,
            },
            false
        },
        {
            new FetchHiveRateLimitException("m", RateLimitKind.DailyCap, Inner)
            {
                ErrorCode = "c", RequestId = "req_1", ResponseBody = "b", RetryAfter = Second, ResetsAt = DateTimeOffset.UnixEpoch,
            },
            false
        },
        {
            new FetchHiveServerException("m", HttpStatusCode.BadGateway, Inner)
            {
                ErrorCode = "c", RequestId = "req_1", ResponseBody = "b", RetryAfter = Second,
            },
            true
        },
        {
            new FetchHiveServerException("m", HttpStatusCode.ServiceUnavailable, Inner)
            {
                ErrorCode = "c", RequestId = "req_1", ResponseBody = "b", RetryAfter = Second,
            },
            false
        },
    };

    [Theory]
    [MemberData(nameof(Whole))]
    public void A_test_can_construct_an_exception_with_all_that_a_real_one_has(FetchHiveException exception, bool mayHaveRun)
    {
        Assert.Equal(mayHaveRun, exception.MayHaveRun);
        Assert.Same(Inner, exception.InnerException);
        foreach (PropertyInfo property in Own(exception))
        {
            // All properties have a value, except one that can't have any.
            object? value = property.GetValue(exception);
            Assert.True(value is not null || (exception is FetchHiveConnectionException && property.Name == "RequestId"), property.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public void A_note_makes_another_exception_with_everything_of_the_first(FetchHiveException exception, bool mayHaveRun)
    {
        FetchHiveException noted = exception.With(" And more.");

        Assert.Equal(("m", "m And more."), (exception.Message, noted.Message));
        Assert.Equal(mayHaveRun, noted.MayHaveRun);
        Assert.Same(exception.GetType(), noted.GetType());
        Assert.Same(Inner, noted.InnerException);
        Assert.All(Own(exception), property => Assert.Equal(property.GetValue(exception), property.GetValue(noted)));
    }

    [Fact]
    public void A_note_keeps_where_the_first_exception_was_thrown()
    {
        FetchHiveConnectionException exception = Assert.Throws<FetchHiveConnectionException>(Throw);

        Assert.Contains(nameof(Throw), exception.With(" And more.").ToString(), StringComparison.Ordinal);

        static void Throw() => throw new FetchHiveConnectionException("m", mayHaveRun: false);
    }

    [Fact]
    public void An_exception_type_that_the_library_does_not_know_is_left_as_it_is()
    {
        OwnException exception = new();

        Assert.Same(exception, exception.With(" And more."));
    }

    [Fact]
    public void A_status_cannot_contradict_the_type()
    {
        (Action Make, string Says)[] contradictions =
        [
            (() => _ = new FetchHiveRequestException("m", HttpStatusCode.NotFound), "Use FetchHiveNotFoundException."),
            (() => _ = new FetchHiveRequestException("m", (HttpStatusCode)429), "Use FetchHiveRateLimitException."),
            (() => _ = new FetchHiveRequestException("m", HttpStatusCode.PaymentRequired), "Use FetchHivePlanLimitException."),
            (() => _ = new FetchHiveRequestException("m", HttpStatusCode.OK), "HTTP 200 is a success"),
            (() => _ = new FetchHiveAuthenticationException("m", HttpStatusCode.BadRequest), "Use FetchHiveValidationException."),
            (() => _ = new FetchHiveValidationException("m", HttpStatusCode.Unauthorized), "Use FetchHiveAuthenticationException."),
            (() => _ = new FetchHiveServerException("m", HttpStatusCode.Conflict), "Use FetchHiveRequestException."),
            (() => _ = new FetchHiveServerException("m", HttpStatusCode.NoContent), "HTTP 204 is a success"),
        ];
        foreach ((Action make, string says) in contradictions)
        {
            ArgumentException exception = Assert.Throws<ArgumentException>("statusCode", make);
            Assert.Contains(says, exception.Message, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => new FetchHiveNotFoundException("m") { RetryAfter = TimeSpan.FromSeconds(-1) });
    }

    [Fact]
    public void A_cancellation_has_the_token_of_its_caller()
    {
        using CancellationTokenSource source = new();
        source.Cancel();

        FetchHiveCanceledException exception = new("m", mayHaveRun: true, source.Token, Inner);

        Assert.Equal(("m", true, source.Token), (exception.Message, exception.MayHaveRun, exception.CancellationToken));
        Assert.Same(Inner, exception.InnerException);
    }

    private static IEnumerable<PropertyInfo> Own(FetchHiveException exception) => exception
        .GetType()
        .GetProperties()
        .Where(property => property.DeclaringType!.Assembly == typeof(FetchHiveException).Assembly);

    private sealed class OwnException() : FetchHiveRequestException("m", HttpStatusCode.Conflict);
}

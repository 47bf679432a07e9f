using System;
using System.Threading.Tasks;

using FetchHive.Contracts.Tests.Kit;

namespace FetchHive.Contracts.Tests;

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface ITexts :
    ISendsText<string>, ISendsText<char>, ISendsText<bool>, ISendsText<sbyte>, ISendsText<byte>, ISendsText<short>, ISendsText<ushort>,
    ISendsText<int>,
    ISendsText<uint>, ISendsText<long>, ISendsText<ulong>, ISendsText<Int128>, ISendsText<UInt128>, ISendsText<Half>, ISendsText<float>,
    ISendsText<double>,
    ISendsText<decimal>, ISendsText<Guid>, ISendsText<DateTime>, ISendsText<DateTimeOffset>, ISendsText<DateOnly>, ISendsText<TimeOnly>,
    ISendsText<TimeSpan>,
    ISendsText<Uri>, ISendsText<Version>, ISendsText<Tone>, ISendsText<Channels>, ISendsText<byte?>, ISendsText<int?>, ISendsText<bool?>,
    ISendsText<double?>,
    ISendsText<Tone?>, ISendsText<DateOnly?>, ISendsText<Guid?>, ISendsText<Half?>, ISendsText<Level>, ISends<Half>, ISends<float>,
    ISends<double>,
    ISends<Half?>, ISends<float?>, ISends<double?>, ISends<double[]>, ISends<float?[]>, ISends<Measure>, ISends<MeasureAsText>;

public sealed record Measure(double Value);

[System.Text.Json.Serialization.JsonNumberHandling(System.Text.Json.Serialization.JsonNumberHandling.WriteAsString)]
public sealed record MeasureAsText(double Value);

public sealed class TextInputTests(Hive hive) : IClassFixture<Hive>
{
    private static readonly Cases<ITexts> Table = new(Sending.Text)
    {
        "text",
        'c',
        true,
        false,
        sbyte.MinValue,
        byte.MaxValue,
        short.MinValue,
        ushort.MaxValue,
        int.MinValue,
        uint.MaxValue,
        long.MinValue,
        ulong.MaxValue,
        Int128.MinValue,
        UInt128.MaxValue,
        (Half)0.1,
        Half.Epsilon,
        0.1f,
        float.MaxValue,
        float.Epsilon,
        1e10f,
        float.NegativeZero,
        0.1,
        double.MinValue,
        double.Epsilon,
        1e16,
        double.NegativeZero,
        1.10m,
        decimal.MinValue,
        0.0000000000000000000000000001m,
        Guid.Empty,
        new DateTime(2026, 4, 3, 10, 20, 30, DateTimeKind.Utc).AddTicks(10),
        DateTimeOffset.UnixEpoch,
        DateOnly.MaxValue,
        TimeOnly.MaxValue,
        TimeSpan.MinValue,
        new Uri("https://example.com/ü"),
        new Version(1, 2),
        Tone.Ironic,
        Channels.All,
        (byte?)1,
        (int?)-1,
        (bool?)true,
        (double?)0.1,
        (Tone?)Tone.Formal,
        (DateOnly?)DateOnly.MinValue,
        (Guid?)Guid.Empty,
        (Half?)(Half)1,
    };

    public static TheoryData<string> Names => Table.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AsText_sends_the_invariant_text(string name)
    {
        Body body = await hive.BodyOfAsync(client => Table[name].Send(ITexts.Create(client)));

        Assert.Equal(Table[name].Json, body.Value);
    }

    [Fact]
    public async Task AsText_sends_the_name_of_an_enum_that_is_otherwise_a_number()
    {
        Body body = await hive.BodyOfAsync(client => ((ISendsText<Level>)ITexts.Create(client)).SendTextAsync(Level.Below, Hive.Token));

        Assert.Equal("\"Below\"", body.Value);
    }

    [Fact]
    public async Task NaN_and_the_infinities_are_refused_before_anything_is_sent()
    {
        foreach (double value in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            await RefusedAsync(texts => ((ISends<double>)texts).SendAsync(value, Hive.Token));
            await RefusedAsync(texts => ((ISends<float>)texts).SendAsync((float)value, Hive.Token));
            await RefusedAsync(texts => ((ISends<Half>)texts).SendAsync((Half)value, Hive.Token));
            await RefusedAsync(texts => ((ISends<double?>)texts).SendAsync(value, Hive.Token));
            await RefusedAsync(texts => ((ISends<float?>)texts).SendAsync((float)value, Hive.Token));
            await RefusedAsync(texts => ((ISends<Half?>)texts).SendAsync((Half)value, Hive.Token));
            await RefusedAsync(texts => ((ISends<double[]>)texts).SendAsync([1, value], Hive.Token));
            await RefusedAsync(texts => ((ISends<float?[]>)texts).SendAsync([null, (float)value], Hive.Token));
            await RefusedAsync(texts => ((ISends<Measure>)texts).SendAsync(new Measure(value), Hive.Token));
            await RefusedAsync(texts => ((ISendsText<double>)texts).SendTextAsync(value, Hive.Token));
            await RefusedAsync(texts => ((ISendsText<float>)texts).SendTextAsync((float)value, Hive.Token));
            await RefusedAsync(texts => ((ISendsText<Half>)texts).SendTextAsync((Half)value, Hive.Token));
            await RefusedAsync(texts => ((ISendsText<double?>)texts).SendTextAsync(value, Hive.Token));

            // System.Text.Json allows these values as text. Here they need AllowNamedFloatingPointLiterals, as numbers do.
            await RefusedAsync(texts => ((ISends<MeasureAsText>)texts).SendAsync(new MeasureAsText(value), Hive.Token));
        }
    }

    private async Task RefusedAsync(Func<ITexts, Task> send)
    {
        ArgumentException thrown = await hive.RefusalOfAsync<ArgumentException>(client => send(ITexts.Create(client)));

        Assert.NotEmpty(thrown.Message);
    }
}

using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Browser.Tests.Kit;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace FetchHive.Browser.Tests.Kit;

/// <summary>This machine's Chromium, started once. Nothing is downloaded: without Chromium, the tests that need it are skipped.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Opens an empty page in a new browser context.</summary>
    public async Task<IPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        if (_browser is null)
        {
            Assert.Skip("Chromium isn't installed: install chromium to test the emulator's page in a browser.");
        }

        IBrowserContext context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string? path = Names
            .SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        if (path is null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,

            // Chromium's sandbox doesn't work for root, and a container has little shared memory. Only our own page is loaded.
            Args = ["--no-sandbox", "--disable-dev-shm-usage"],
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}

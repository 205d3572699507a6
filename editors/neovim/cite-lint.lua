-- Checks the citations of Vietnamese administrative texts while they are written.
-- Neovim 0.11 and later, and older ones from 0.7 on. Put it into ~/.config/nvim/plugin/.
local command = { vim.env.CITE_LINT or 'cite-lint', 'lsp' }
local filetypes = { 'text', 'markdown', 'tex' }

if vim.lsp.config then
  vim.lsp.config('cite-lint', { cmd = command, filetypes = filetypes, root_markers = { 'cite-lint.toml', '.git' } })
  vim.lsp.enable('cite-lint')
else
  local client
  vim.api.nvim_create_autocmd('FileType', {
    pattern = filetypes,
    callback = function(event)
      -- One server for all texts; another one where it has ended.
      if not (client and vim.lsp.get_client_by_id(client)) then
        client = vim.lsp.start_client({ name = 'cite-lint', cmd = command, root_dir = vim.fn.getcwd() })
      end
      if client then
        vim.lsp.buf_attach_client(event.buf, client)
      end
    end,
  })
end

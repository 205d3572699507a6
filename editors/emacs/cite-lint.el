;;; cite-lint.el --- Checks the citations of Vietnamese administrative texts -*- lexical-binding: t -*-
;; Emacs 29 and later have Eglot; for older ones it is in GNU ELPA (Debian: elpa-eglot). Put this into your init file.
(require 'eglot)

(add-to-list 'eglot-server-programs '((text-mode markdown-mode tex-mode) . ("cite-lint" "lsp")))

(dolist (hook '(text-mode-hook markdown-mode-hook tex-mode-hook))
  (add-hook hook #'eglot-ensure))

;; Settings, here for all folders; .dir-locals.el has those of one.
;; (setq-default eglot-workspace-configuration '(:cite-lint (:profile "strict" :language "vi")))

(provide 'cite-lint)
;;; cite-lint.el ends here
